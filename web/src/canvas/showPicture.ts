/**
 * Puts a picture (SVG, as the engine writes it) into the page. What is alike stays: an edit often moves little, and to lay out all
 * texts anew takes longer than to draw the diagram.
 */
export function showPicture(container: Element, picture: string): void {
  const template = container.ownerDocument.createElement('template');
  template.innerHTML = picture;
  const shown = container.querySelector('svg');
  const wanted = template.content.querySelector('svg');
  if (shown && wanted && isMostlyAlike(shown, wanted)) showIn(shown, wanted);
  else container.replaceChildren(template.content);
}

/** When most elements have moved, to exchange them one by one takes longer than all at once. */
function isMostlyAlike(shown: Element, wanted: Element): boolean {
  const after = Array.from(wanted.children);
  const moved = after.filter((element, index) => !hasSameShapes(shown.children[index], element));
  return moved.length * 2 < after.length;
}

/** Whether the two differ at most in their attributes, such as the place in the source. */
function hasSameShapes(one: Element | undefined, other: Element): boolean {
  const others = Array.from(other.childNodes);
  if (one?.nodeName !== other.nodeName || one.childNodes.length !== others.length) return false;
  return others.every((node, index) => node.isEqualNode(one.childNodes[index] ?? null));
}

function showIn(shown: Element, wanted: Element): void {
  showAttributes(shown, wanted);
  const before = Array.from(shown.childNodes);
  const after = Array.from(wanted.childNodes);
  for (const [index, node] of after.entries()) {
    const old = before[index];
    if (old) show(old, node);
    else shown.appendChild(node);
  }
  for (const node of before.slice(after.length)) node.remove();
}

function show(shown: ChildNode, wanted: Node): void {
  if (shown.isEqualNode(wanted)) return;
  if (shown instanceof Element && wanted instanceof Element && hasSameShapes(shown, wanted)) showAttributes(shown, wanted);
  else shown.replaceWith(wanted);
}

function showAttributes(shown: Element, wanted: Element): void {
  for (const name of shown.getAttributeNames()) if (!wanted.hasAttribute(name)) shown.removeAttribute(name);
  for (const { name, value } of wanted.attributes) if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
}
