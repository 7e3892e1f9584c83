import type { IconName } from '../../components/Icon';
import { IconButton } from '../../components/IconButton';
import { texts } from '../../texts';
import type { KindClient, PictureParts } from './KindClient';
import { menuOf } from './menu';
import { alignments, type Alignment } from './tools/aligning';

/** What can be done with several selected elements: as their menu offers it, and to bring them into line. */
export function SelectionToolbar({ kind, parts }: { kind: KindClient; parts: PictureParts }): JSX.Element {
  const { session } = parts;
  const { selection } = session.current();
  const { align } = kind;
  const items = menuOf(kind, parts);
  return (
    <div className="element-toolbar" role="toolbar" aria-label={texts.canvas.edit}>
      <span className="choice-title">{texts.canvas.selectedCount(selection.length)}</span>
      {align &&
        items.some(({ opensMenu }) => opensMenu) &&
        alignments.map((one) => (
          <IconButton key={one} icon={icons[one]} label={texts.canvas.alignments[one]} onClick={() => align(session, selection, one)} />
        ))}
      {items
        .filter(({ opensMenu }) => !opensMenu)
        .map(({ label, shortcut, action, isDangerous }) => (
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

const icons: Readonly<Record<Alignment, IconName>> = {
  left: 'alignLeft',
  center: 'alignCenter',
  right: 'alignRight',
  top: 'alignTop',
  middle: 'alignMiddle',
  bottom: 'alignBottom',
  horizontally: 'alignHorizontally',
  vertically: 'alignVertically',
};
