/**
 * Puts a picture (SVG, as the engine writes it) into the page. What is alike stays: an edit often moves little, and to lay out all
 * texts anew takes longer than to draw the diagram.
 */
export function showPicture(container: Element, picture: string): void {
  const template = container.ownerDocument.createElement('template');
  // Without the line breaks between elements: half of the nodes, and every child is an element.
  template.innerHTML = picture.replaceAll('>\n<', '><');
  const shown = container.querySelector('svg');
  const wanted = template.content.querySelector('svg');
  const kept = shown && wanted ? alike(shown, wanted) : new Map<Element, Element>();
  // When most elements have moved, to exchange them one by one takes longer than all at once.
  if (!shown || !wanted || kept.size * 2 < wanted.children.length) return container.replaceChildren(template.content);
  showAttributes(shown, wanted);
  for (const [next, old] of kept) showAttributes(old, next);
  showChildren(
    shown,
    Array.from(wanted.children, (element) => kept.get(element) ?? element),
  );
}

/** What is wanted and there already, with what is there. */
function alike(shown: Element, wanted: Element): Map<Element, Element> {
  const left = new Map<string, Element[]>();
  for (const element of shown.children) {
    const others = left.get(keyOf(element));
    if (others) others.push(element);
    else left.set(keyOf(element), [element]);
  }
  const kept = new Map<Element, Element>();
  for (const element of wanted.children) {
    const old = left.get(keyOf(element))?.shift();
    if (old && hasSameShapes(old, element)) kept.set(element, old);
  }
  return kept;
}

/** What the engine says an element is a picture of; several are of the same, in an order that stays. */
function keyOf(element: Element): string {
  return `${element.nodeName} ${element.getAttribute('data-id')}`;
}

/** Whether the two differ at most in their attributes, such as the place in the source. */
function hasSameShapes(one: Element, other: Element): boolean {
  const others = Array.from(other.childNodes);
  return one.childNodes.length === others.length && others.every((node, index) => node.isEqualNode(one.childNodes[index] ?? null));
}

/** Nothing is taken out that comes in again: it would be laid out anew. */
function showChildren(shown: Element, elements: ReadonlyArray<Element>): void {
  const wanted = new Set(elements);
  for (const element of Array.from(shown.children)) if (!wanted.has(element)) element.remove();
  let next = shown.firstElementChild;
  for (const element of elements) {
    if (element === next) next = next.nextElementSibling;
    else shown.insertBefore(element, next);
  }
}

function showAttributes(shown: Element, wanted: Element): void {
  for (const name of shown.getAttributeNames()) if (!wanted.hasAttribute(name)) shown.removeAttribute(name);
  for (const { name, value } of wanted.attributes) if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
}
