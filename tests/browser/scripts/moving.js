// What would move by itself or glide.
() => {
  const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  const moves = (el) => {
    const style = getComputedStyle(el);
    return lasts(style.transitionDuration) || lasts(style.animationDuration) || style.scrollBehavior === "smooth";
  };
  const every = [...document.querySelectorAll("*")];
  return every.filter((el) => el.checkVisibility() && moves(el)).map((el) => el.outerHTML.slice(0, 120));
}
