import { texts } from '../../texts';
import type { KindClient, PictureParts } from './KindClient';
import { menuOf } from './menu';

/** What can be done with several selected elements: as their menu offers it. */
export function SelectionToolbar({ kind, parts }: { kind: KindClient; parts: PictureParts }): JSX.Element {
  return (
    <div className="element-toolbar" role="toolbar" aria-label={texts.canvas.edit}>
      <span className="choice-title">{texts.canvas.selectedCount(parts.session.current().selection.length)}</span>
      {menuOf(kind, parts).map(({ label, shortcut, action, isDangerous }) => (
        <button
          key={label}
          type="button"
          className={`button button-quiet ${isDangerous ? 'button-dangerous-quiet' : ''}`}
          title={shortcut ? `${label} (${shortcut})` : label}
          onClick={action}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
