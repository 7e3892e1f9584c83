import { diagramPicture } from '../../api/diagrams';
import { messageOf } from '../../api/errors';
import { Icon } from '../../components/Icon';
import { Menu } from '../../components/Menu';
import { offer } from '../../components/offer';
import { usePalette } from '../../components/theme';
import { toast } from '../../components/notices';
import { texts } from '../../texts';
import type { DiagramSession } from '../session/DiagramSession';
import { copyPicture, fileName } from './exporting';

const words = texts.canvas.exports;

/** Why a picture can't be made, in words for the person. */
class ExportError extends Error {}

/** Files and pictures of the diagram. SVG and source are made here; the server makes the others of what it has. */
export function ExportMenu({ session, id, fileExtension }: { session: DiagramSession; id: string; fileExtension: string }): JSX.Element {
  const palette = usePalette();

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof ExportError) toast(error.message, { isError: true });
      else toast(error instanceof DOMException || error instanceof TypeError ? words.copyFailed : messageOf(error), { isError: true });
    }
  }

  /** The server draws what it has: that must be what is on the screen. */
  async function saveFirst(): Promise<void> {
    if (await session.save()) return;
    const { save } = session.current();
    throw new ExportError(words.notSaved(save.name === 'unsaved' ? save.reason : null));
  }

  async function fromServer(format: 'png' | 'pdf', scale?: number): Promise<void> {
    await saveFirst();
    offer(await diagramPicture(id, format, { theme: palette, ...(scale ? { scale } : {}) }), fileName(session.current().name, format));
  }

  function own(type: string, content: string, ending: string): void {
    offer(new Blob([content], { type }), fileName(session.current().name, ending));
  }

  async function copy(): Promise<void> {
    await saveFirst();
    await copyPicture(id, palette);
    toast(words.copied);
  }

  return (
    <Menu
      label={texts.canvas.export}
      button={(open) => (
        <button type="button" className="button" {...open}>
          <Icon name="download" />
          {texts.canvas.export}
        </button>
      )}
      items={[
        { label: words.svg, action: () => own('image/svg+xml', session.current().picture, 'svg') },
        { label: words.png1, action: () => void attempt(() => fromServer('png', 1)) },
        { label: words.png2, action: () => void attempt(() => fromServer('png', 2)) },
        { label: words.png4, action: () => void attempt(() => fromServer('png', 4)) },
        { label: words.pdf, action: () => void attempt(() => fromServer('pdf')) },
        { label: words.source(fileExtension), action: () => own('text/plain', session.current().source, fileExtension) },
        { label: words.copy, action: () => void attempt(copy) },
      ]}
    />
  );
}
