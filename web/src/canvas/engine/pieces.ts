/** The engine writes each element on a line of its own; a line break inside of a text is written as a blank. */
const element = '\n<g data-id=';

/** Where the SVG of each element begins in a picture, and where that of the last one ends. */
export function startsOf(picture: string): Int32Array {
  const starts: number[] = [];
  for (let place = picture.indexOf(element); place >= 0; place = picture.indexOf(element, place + 1)) starts.push(place + 1);
  starts.push(picture.lastIndexOf('</svg>'));
  return Int32Array.from(starts);
}
