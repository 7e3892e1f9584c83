import { PopupMenu } from '../../components/PopupMenu';
import { texts } from '../../texts';
import { leaveField, moveField } from './fields';
import { boxAroundAll, type Box, type Part } from './Geometry';
import { FindField } from './FindField';
import { InlineEditor } from './InlineEditor';
import { PictureWindow } from './PictureWindow';
import type { PictureModel } from './usePicture';

type Props = {
  readonly model: PictureModel;
  /** How often the field for finding was asked for; 0 while it is closed. */
  readonly findCount: number;
  readonly onFindClosed: () => void;
};

/** What opens over the picture, and gives the focus back: the field for an element's words, the one for finding, and menus. */
export function PictureFields({ model, findCount, onFindClosed }: Props): JSX.Element {
  const { session, popup, closePopup, focus } = model;
  return (
    <>
      <EditedWords model={model} />
      {findCount > 0 && (
        <FindField
          asked={findCount}
          session={session}
          onFound={(id) => reveal(id, model)}
          onClose={() => {
            onFindClosed();
            focus();
          }}
        />
      )}
      {popup && (
        <PopupMenu
          at={popup.at}
          items={popup.items}
          key={popup.key}
          label={texts.canvas.menu}
          onClose={() => {
            closePopup();
            focus();
          }}
        />
      )}
    </>
  );
}

function EditedWords({ model }: { model: PictureModel }): JSX.Element | null {
  const { session, state, kind, marked, controls, parts, focus } = model;
  const { editing, outline } = state;
  const edited = editing ? outline.element(editing.id) : undefined;
  if (!editing || !edited) return null;
  const isDetail = editing.number > 0;
  const isName = edited.isName === true && !isDetail;
  const isLong = isDetail ? kind.details.isLong(edited, editing.number) : kind.isLong(edited);
  const line = kind.details.box(parts, edited, editing);
  return (
    <InlineEditor
      key={editing.count}
      words={editing.words}
      place={line && !isLong ? 'line' : isName || isLong ? 'middle' : 'top'}
      isLong={isLong}
      label={isDetail ? kind.details.label(edited, editing) : isName ? kind.words.name : texts.canvas.elementText}
      placeholder={editing.isNew ? texts.canvas.memberExample : isDetail ? kind.details.label(edited, editing) : ''}
      box={line ?? (marked[0] ? nameBox(marked[0], isName) : null)}
      viewport={controls.viewport}
      onClose={(words, leave) => {
        // The next field takes the focus from the picture.
        focus();
        parts.report(leaveField(session, kind, words, leave));
      }}
      onMove={isDetail ? (words, step) => parts.report(moveField(session, kind, words, step)) : null}
    />
  );
}

/** Of the words that name an element, as wide as it is: the figure of an actor, and the members of a class, stay in sight. */
function nameBox({ box, strokes }: Part, isName: boolean): Box {
  const own = isName ? (strokes?.().texts ?? []).filter((one) => one.detail === 0) : [];
  const around = boxAroundAll(own.map((one) => one.box));
  return around ? { ...box, y: around.y, height: around.height } : box;
}

/** Shows an element. Of a large picture only what is around the part that is seen is in the page. */
function reveal(id: string, { state, kind, geometry, controls }: PictureModel): void {
  const { picture, pieces } = state;
  const main = geometry()
    ?.partsOf(id)
    .find((one) => kind.isMainPart(one.part));
  if (main) return controls.reveal(main.box, false);
  const stretch = pieces && new PictureWindow(picture, pieces).stretchOf(id, kind.isMainPart);
  if (stretch) controls.reveal({ x: controls.middle().x, y: stretch.top, width: 1, height: stretch.bottom - stretch.top }, false);
}
