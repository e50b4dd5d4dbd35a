// What must be so on every page: functions that run in the page and answer what is wrong, in words.

// Wider than its window: the reader would have to scroll to and fro.
export function too_wide() {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide <= 0) return [];
  const edge = document.documentElement.clientWidth;
  const culprit = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > edge + 1).pop();
  return [`wider than the window of ${edge} by ${wide} pixels: ${culprit?.outerHTML.slice(0, 100)}`];
}

// Text that is cut off because its box does not grow with it.
export function cut_text() {
  const faults = [];
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.hidden-word, svg, textarea, select') || element.matches('.skip, input')) continue;
    const style = getComputedStyle(element);
    const hides = (axis) => ['hidden', 'clip'].includes(style[`overflow${axis}`]);
    const has_text = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
    if (!has_text || element.getBoundingClientRect().width === 0) continue;
    if ((hides('X') && element.scrollWidth > element.clientWidth + 1) || (hides('Y') && element.scrollHeight > element.clientHeight + 1)) {
      faults.push(`text is cut off: ${element.outerHTML.slice(0, 100)}`);
    }
  }
  return faults;
}

// Where colours are forced a background says nothing: what can be pressed or filled in needs an edge.
export function no_edge() {
  const faults = [];
  for (const element of document.querySelectorAll('button, .button, input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea')) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const style = getComputedStyle(element);
    const edged = ['Top', 'Right', 'Bottom', 'Left'].some((side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    const underlined = style.textDecorationLine.includes('underline');
    if (!edged && !outlined && !underlined) faults.push(`no edge in forced colours: ${element.outerHTML.slice(0, 100)}`);
    else if (style.color === style.backgroundColor) faults.push(`words and ground are alike in forced colours: ${element.outerHTML.slice(0, 100)}`);
  }
  return faults;
}

// Help and the way out, on every page, in sight, large enough for a thumb, before all else but the skip link.
export function ways_out() {
  const faults = [];
  for (const [words, to] of [['Help now', '/help'], ['Quick exit', '/exit']]) {
    const links = [...document.querySelectorAll(`a[href="${to}"]`)].filter((link) => link.textContent.trim() === words && link.getBoundingClientRect().width > 0);
    if (links.length === 0) faults.push(`no link "${words}"`);
    else if (!links.some((link) => link.getBoundingClientRect().top < innerHeight && link.getBoundingClientRect().height >= 44)) faults.push(`"${words}" is out of sight or too small`);
  }
  return faults;
}

// Other people may see a tab's title and icon.
export function tells_nothing() {
  return document.title === 'Kith' ? [] : [`the title says "${document.title}"`];
}
