/** A number of diagrams in words. */
export function countOfDiagrams(count: number): string {
  return count === 0 ? 'No diagrams' : count === 1 ? '1 diagram' : `${count} diagrams`;
}
