import type { ClassifierKind, PackageShape, RelationshipKind } from './commands';

/** A box with a letter on it. */
function lettered(letter: string): JSX.Element {
  return (
    <>
      <path d="M2.5 4.5h15v11h-15z" />
      <text x="10" y="13.2">
        {letter}
      </text>
    </>
  );
}

/** In a square of 20. What has none is drawn as a class. */
export const classifierSymbols: Partial<Record<ClassifierKind, JSX.Element>> & { readonly class: JSX.Element } = {
  class: <path d="M2.5 3.5h15v13h-15zM2.5 7.5h15M2.5 12h15" />,
  'abstract class': lettered('A'),
  interface: lettered('I'),
  enum: lettered('E'),
  datatype: lettered('D'),
  object: <path d="M2.5 4.5h15v11h-15zM5.5 11.5h9M5.5 8.8h9" />,
  actor: <path d="M12.4 4.9a2.4 2.4 0 1 1-4.8 0a2.4 2.4 0 1 1 4.8 0zM10 7.3v5M5 9.2h10M6 17.5l4-5.2 4 5.2" />,
  usecase: <path d="M18 10a8 5.2 0 1 1-16 0a8 5.2 0 1 1 16 0z" />,
};

export const packageSymbols: Readonly<Record<PackageShape, JSX.Element>> = {
  package: <path d="M2.5 7h15v9.5h-15zM2.5 7V3.5h7V7" />,
  folder: <path d="M2.5 7h15v9.5h-15zM2.5 7V3.5h7V7" />,
  rectangle: <path d="M2.5 3.5h15v13h-15zM7 6.5h6" />,
  frame: <path d="M2.5 3.5h15v13h-15zM2.5 7.5h6l1.5-1.8V3.5" />,
};

const open = 'M12.8 3.2h4v4';

/** Lines that are drawn from the lower left to the upper right, with their signs. */
export const relationshipSymbols: Readonly<Record<RelationshipKind, JSX.Element>> = {
  association: <path d="M3 17L17 3" />,
  directedAssociation: <path d={`M3 17L16.6 3.4${open}`} />,
  aggregation: <path d="M17 3l-7.4 7.4M9.6 10.4l-.9 4.5L3 17l2.1-5.7z" />,
  composition: (
    <>
      <path d="M17 3l-7.4 7.4" />
      <path className="filled" d="M9.6 10.4l-.9 4.5L3 17l2.1-5.7z" />
    </>
  ),
  generalization: <path d="M3 17l8.6-8.6M8.7 5.5L17 3l-2.5 8.3z" />,
  realization: (
    <>
      <path className="dashed" d="M3 17l8.6-8.6" />
      <path d="M8.7 5.5L17 3l-2.5 8.3z" />
    </>
  ),
  dependency: (
    <>
      <path className="dashed" d="M3 17L16.4 3.6" />
      <path d={open} />
    </>
  ),
  include: withLetter('i'),
  extend: withLetter('e'),
  nesting: <path d="M3 17l7.6-7.6M18 6a4 4 0 1 1-8 0a4 4 0 1 1 8 0zM14 3.4v5.2M11.4 6h5.2" />,
};

function withLetter(letter: string): JSX.Element {
  return (
    <>
      <path className="dashed" d="M2 17L15.4 3.6" />
      <path d="M11.8 3.2h4v4" />
      <text x="5" y="10">
        {letter}
      </text>
    </>
  );
}
