// What the tests ask a page about: where the keyboard is, whether it can be seen, and what is lost
// when text takes more room. Functions only; nothing of the page is changed but by `spread`.

(() => {
  const STOPS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const HOLDS_LITTLE = 4;

  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
    element.getClientRects().length > 0;

  // Tab comes to one radio button of those with the same name; the arrows come to the others.
  const isReachedByArrows = (element) => {
    if (element.type !== "radio") return false;
    const group = [...element.form.elements].filter((each) => each.name === element.name);
    return element !== (group.find((each) => each.checked) ?? group[0]);
  };

  const isStop = (element) =>
    !element.disabled && element.tabIndex >= 0 && isShown(element) && !isReachedByArrows(element);

  const told = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 120);

  // A point of the element at which nothing lies above it; each line of a link is asked about.
  const PLACES = [0.1, 0.5, 0.9].flatMap((across) => [0.1, 0.5, 0.9].map((down) => [across, down]));

  const isUncovered = (element) =>
    [...element.getClientRects()].some((box) =>
      PLACES.some(([across, down]) => {
        const x = box.left + box.width * across;
        const y = box.top + box.height * down;
        const top = document.elementFromPoint(x, y);
        return top !== null && (element.contains(top) || top.contains(element));
      }),
    );

  // In the order of the document, which is the order in which it is read.
  const stops = () => [...document.querySelectorAll(STOPS)].filter(isStop);

  const open = () => document.querySelectorAll("details").forEach((each) => (each.open = true));

  let order = [];

  const begin = () => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    window.scrollTo(0, 0);
    order = stops();
    return order.length;
  };

  // What has the focus now: its place in the order, what sort of thing it is, and where to look.
  const here = () => {
    const element = document.activeElement;
    const { x, y, width, height } = element.getBoundingClientRect();
    return {
      place: order.indexOf(element),
      kind: `${element.tagName}.${[...element.classList].sort().join(".")}`,
      told: told(element),
      box: { x, y, width, height },
      uncovered: isUncovered(element),
    };
  };

  const leave = () => document.activeElement.blur();

  const missed = (place) => told(order[place]);

  const pixels = async (png) => {
    const bytes = Uint8Array.from(atob(png), (each) => each.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  };

  const linear = (value) => (value <= 10.3 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4);

  const luminance = (data, at) =>
    0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);

  // How many pixels have a contrast of 3:1 to what they were (WCAG 2.4.13).
  const changed = async (before, after) => {
    const [one, other] = [await pixels(before), await pixels(after)];
    let count = 0;
    for (let at = 0; at < one.length; at += 4) {
      const [dark, light] = [luminance(one, at), luminance(other, at)].sort((a, b) => a - b);
      if ((light + 0.05) / (dark + 0.05) >= 3) count += 1;
    }
    return count;
  };

  const isCut = (element) => {
    const style = getComputedStyle(element);
    const hides = (way) => ["hidden", "clip"].includes(way);
    const wide = element.scrollWidth > element.clientWidth + 1 && hides(style.overflowX);
    const high = element.scrollHeight > element.clientHeight + 1 && hides(style.overflowY);
    const isForEarsAlone = element.clientWidth <= HOLDS_LITTLE && element.clientHeight <= HOLDS_LITTLE;
    return (wide || high) && !isForEarsAlone;
  };

  // The heads of a table that has become a list are read out, and not seen.
  const isUnseen = (element) =>
    element !== null &&
    (getComputedStyle(element).clipPath === "inset(50%)" || isUnseen(element.parentElement));

  const pieces = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (!data.trim() || !isShown(parentElement)) continue;
      if (parentElement.closest(".govuk-visually-hidden, .govuk-skip-link, option, svg")) continue;
      if (isUnseen(parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const box of range.getClientRects()) found.push({ box, text: data.trim() });
    }
    return found;
  };

  // Two boxes lie on each other when the half of a line is hidden; lines that touch are well.
  const lieOnEachOther = (one, other) => {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return across > HOLDS_LITTLE && down > Math.min(one.height, other.height) / 2;
  };

  const lost = () => {
    const faults = [...document.querySelectorAll("body *")]
      .filter((each) => isShown(each) && isCut(each))
      .map((each) => `cut off: ${told(each)}`);
    const found = pieces();
    found.forEach((one, at) =>
      found.slice(at + 1).forEach((other) => {
        if (lieOnEachOther(one.box, other.box))
          faults.push(`"${one.text.slice(0, 40)}" lies on "${other.text.slice(0, 40)}"`);
      }),
    );
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) {
      const reach = (each) => each.getBoundingClientRect().right > clientWidth + 1;
      const wide = [...document.querySelectorAll("main *")].filter((e) => isShown(e) && reach(e));
      faults.push(`${scrollWidth} px wide: ${wide.slice(-1).map(told)}`);
    }
    return faults;
  };

  // WCAG 1.4.12: as much room as somebody who reads with difficulty may ask for.
  const spread = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
  };

  const actions = () =>
    stops().map((each) => each.getAttribute("href") ?? each.id ?? each.textContent.trim());

  const stuck = () =>
    [...document.querySelectorAll("body *")]
      .filter((each) => ["fixed", "sticky"].includes(getComputedStyle(each).position))
      .filter(isShown)
      .map((each) => `stays in the way: ${told(each)}`);

  window.reach = { actions, begin, changed, here, leave, lost, missed, open, spread, stuck };
})();
