// What may not be in a page whatever it does: scripts other than ours, handlers, addresses that are code.
() => {
  const foreign = /^(iframe|frame|object|embed|base|math|template|style|video|audio)$/;
  const code = /^\s*(javascript|data|vbscript):/i;
  const found = [];
  for (const el of document.querySelectorAll("*")) {
    const own = el.src && new URL(el.src).origin === location.origin;
    const data = el.type === "application/ld+json" && JSON.parse(el.textContent);
    if (foreign.test(el.localName) || (el.localName === "script" && !own && !data)) found.push(el);
    for (const { name, value } of el.attributes) {
      const address = /^(href|src|action|formaction|xlink:href|content|data)$/.test(name);
      if (/^on|^srcdoc$|^style$/.test(name) || (address && code.test(value))) found.push(el);
    }
  }
  return found.map((el) => el.outerHTML.slice(0, 200));
}
