// Takes a feed into the page as a careless reader would, with all its elements live.
(text) => {
  const feed = new DOMParser().parseFromString(text, "application/xml");
  if (feed.querySelector("parsererror")) throw new Error(feed.documentElement.textContent);
  document.body.append(document.adoptNode(feed.documentElement));
}
