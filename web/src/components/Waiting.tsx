import { texts } from '../texts';

/** In place of a page that is not there yet. With a text where it may take long. */
export function Waiting({ text }: { text?: string }): JSX.Element {
  return (
    <main className="waiting" aria-busy="true">
      <span className="spinner" />
      {text ? <p>{text}</p> : <span className="visually-hidden">{texts.loading}</span>}
    </main>
  );
}
