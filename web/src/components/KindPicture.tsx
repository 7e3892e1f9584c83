import type { DiagramKind } from '../canvas/engine/DiagramKind';

/** What diagrams of a kind look like, at a glance. */
export function KindPicture({ kind }: { kind: DiagramKind }): JSX.Element {
  switch (kind) {
    case 'sequence':
      return (
        <svg className="kind-picture" viewBox="0 0 96 64" aria-hidden="true">
          <path className="faint" d="M20 18v42M48 18v42M76 18v42" strokeDasharray="3 3" />
          <path className="head" d="M10 6h20v12H10zM38 6h20v12H38zM66 6h20v12H66z" />
          <path className="bar" d="M45 28h6v22h-6z" />
          <path className="line" d="M20 28h24M40 25l4 3-4 3M51 36h24M71 33l4 3-4 3" />
          <path className="line" d="M45 50H21M25 47l-4 3 4 3" strokeDasharray="3 2.5" />
        </svg>
      );
    case 'usecase':
      return (
        <svg className="kind-picture" viewBox="0 0 96 64" aria-hidden="true">
          <path className="head" d="M8 16a5 5 0 1 0 10 0a5 5 0 1 0-10 0" />
          <path className="line" d="M13 21v12M5 25h16M6 45l7-12 7 12" />
          <path className="faint" d="M36 4h54v56H36z" />
          <path className="head" d="M42 20a21 9 0 1 0 42 0a21 9 0 1 0-42 0M42 45a21 9 0 1 0 42 0a21 9 0 1 0-42 0" />
          <path className="line" d="M24 29l18-9M24 31l18 14" />
        </svg>
      );
    case 'class':
      return (
        <svg className="kind-picture" viewBox="0 0 96 64" aria-hidden="true">
          <path className="head" d="M34 4h28v16H34zM8 42h28v16H8zM60 42h28v16H60z" />
          <path className="line" d="M34 10h28M8 48h28M60 48h28" />
          <path className="line" d="M22 42v-9h52v9M48 33v-7M44 26l4-6 4 6z" />
        </svg>
      );
  }
}
