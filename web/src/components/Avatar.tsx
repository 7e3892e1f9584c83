/** Colours that are told apart, and on which white letters are read. */
const hues = [217, 262, 330, 12, 150, 190, 42, 285];

/** Somebody's initials in a circle; the same person has the same colour everywhere. */
export function Avatar({ name }: { name: string }): JSX.Element {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words[words.length - 1] : ''].map((word) => Array.from(word ?? '')[0] ?? '');
  const sum = Array.from(name).reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
  return (
    <svg className="avatar" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <circle cx="16" cy="16" r="16" fill={`hsl(${hues[sum % hues.length]} 55% 38%)`} />
      <text x="16" y="20.5" textAnchor="middle">
        {letters.join('').toUpperCase()}
      </text>
    </svg>
  );
}
