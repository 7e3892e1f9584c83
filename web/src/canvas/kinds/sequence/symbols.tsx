import type { FragmentKind, MessageSort, ParticipantKind } from './outline';

const lifeline = 'M10 12.5v5.5';

/** In a square of 20. */
export const participantSymbols: Readonly<Record<ParticipantKind, JSX.Element>> = {
  participant: <path d={`M3 4h14v8.5H3z${lifeline}`} />,
  actor: <path d="M12.4 4.9a2.4 2.4 0 1 1-4.8 0a2.4 2.4 0 1 1 4.8 0zM10 7.3v5M5 9.2h10M6 17.5l4-5.2 4 5.2" />,
  boundary: <path d="M4 6v8M4 10h3.5M16.5 10a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0z" />,
  control: <path d="M15 11a5 5 0 1 1-10 0a5 5 0 1 1 10 0zM10 6l2.4-2.2M10 6l2.6 1.6" />,
  entity: <path d="M15 8.5a5 5 0 1 1-10 0a5 5 0 1 1 10 0zM5 15.5h10" />,
  database: <path d="M16 5.5v9c0 1.4-2.7 2.5-6 2.5s-6-1.1-6-2.5v-9M16 5.5C16 6.9 13.3 8 10 8S4 6.9 4 5.5 6.7 3 10 3s6 1.1 6 2.5z" />,
  collections: <path d="M3 7h11v8H3zM6 7V4h11v8h-3" />,
  queue: <path d="M5 5h9.5c1.4 0 2.5 2.2 2.5 5s-1.1 5-2.5 5H5c-1.4 0-2.5-2.2-2.5-5S3.6 5 5 5zM14.5 5c-1.4 0-2.5 2.2-2.5 5s1.1 5 2.5 5" />,
};

const lifelines = 'M3 3v14M17 3v14';

export const messageSymbols: Readonly<Record<MessageSort, JSX.Element>> = {
  asynchCall: <path d={`${lifelines}M3 10h14M13.5 7l3.5 3-3.5 3`} />,
  synchCall: (
    <>
      <path d={`${lifelines}M3 10h11`} />
      <path className="filled" d="M13 7.2l4 2.8-4 2.8z" />
    </>
  ),
  reply: (
    <>
      <path d={`${lifelines}M6.5 7L3 10l3.5 3`} />
      <path className="dashed" d="M4 10h13" />
    </>
  ),
  createMessage: (
    <>
      <path d="M3 3v14M11.5 6.5h6.5v7h-6.5zM8.5 7.5l2.8 2.5-2.8 2.5" />
      <path className="dashed" d="M3 10h8" />
    </>
  ),
};

/** A frame with something in it. */
function frame(inside: string, isDashed = false): JSX.Element {
  return (
    <>
      <path d="M2.5 3.5h15v13h-15zM2.5 7.5h5l1.5-1.8V3.5" />
      <path d={inside} className={isDashed ? 'dashed' : undefined} />
    </>
  );
}

export const fragmentSymbols: Partial<Record<FragmentKind, JSX.Element>> & { readonly alt: JSX.Element } = {
  alt: frame('M2.5 12h15', true),
  opt: frame('M8 12h4M10 10v4'),
  loop: frame('M13 13.5a3 3 0 1 1 .2-3.2M13.4 8.2v2.2h-2.2'),
  par: frame('M9 10v4M11.5 10v4'),
};

export const dividerSymbol = <path d="M2.5 8.5h4M2.5 11.5h4M13.5 8.5h4M13.5 11.5h4M6.5 6.5h7v7h-7z" />;
export const referenceSymbol = (
  <>
    <path d="M2.5 4.5h15v11h-15zM2.5 8.5h5l1.5-1.8V4.5" />
    <text x="10" y="14" className="small">
      ref
    </text>
  </>
);
