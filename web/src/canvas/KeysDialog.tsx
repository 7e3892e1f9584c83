import { Dialog } from '../components/Dialog';
import { films, type FilmName } from '../gestures/films';
import { texts } from '../texts';

/** What keys and gestures do on the canvas, the gestures as moving pictures. */
export function KeysDialog({ gestures, onClose }: { gestures: ReadonlyArray<FilmName>; onClose: () => void }): JSX.Element {
  return (
    <Dialog title={texts.canvas.keys} onClose={onClose} size="wide">
      <div className="gesture-films">
        {gestures.map((name) => (
          <figure key={name}>
            <picture>
              <source media="(prefers-reduced-motion: reduce)" srcSet={films[name].still} />
              <img src={films[name].moving} alt="" />
            </picture>
            <figcaption>{texts.canvas.gestures[name]}</figcaption>
          </figure>
        ))}
      </div>
      <dl className="keys">
        {texts.keys.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
