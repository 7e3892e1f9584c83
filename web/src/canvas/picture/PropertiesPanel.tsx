import { texts } from '../../texts';
import type { KindClient, PictureParts } from './KindClient';

/** What is selected in all that can be said of it. */
export function PropertiesPanel({ kind, parts }: { kind: KindClient; parts: PictureParts }): JSX.Element {
  const { selection, outline } = parts.session.current();
  const elements = selection.flatMap((id) => outline.element(id) ?? []);
  return (
    <aside className="properties" aria-label={texts.canvas.properties}>
      <h2>{texts.canvas.properties}</h2>
      {elements.length === 0 && <p className="quiet">{texts.canvas.nothingSelected}</p>}
      {elements.length > 1 && <p className="quiet">{texts.canvas.selectedCount(elements.length)}</p>}
      {elements.length > 0 && <kind.Properties {...parts} elements={elements} />}
    </aside>
  );
}
