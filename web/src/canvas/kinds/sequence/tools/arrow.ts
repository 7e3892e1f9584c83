/** A message from one lifeline to another, as a path of SVG. */
export function arrow(from: number, to: number, y: number, isSelf: boolean): string {
  if (isSelf) return `M${from} ${y}h36v20h-34m6 -5l-7 5l7 5`;
  const direction = to >= from ? 1 : -1;
  return `M${from} ${y}H${to - direction}m${-8 * direction} -5l${8 * direction} 5l${-8 * direction} 5`;
}
