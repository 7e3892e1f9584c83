import { addLink, removeLink, type SharedPath } from '../../api/sharing';
import type { Link } from '../../api/schema';
import { texts } from '../../texts';
import { attempt } from '../attempt';
import { CopyField } from '../CopyField';
import { snippetsOf } from './links';

type Props = { readonly path: SharedPath; readonly name: string; readonly link: Link | undefined; readonly onChange: () => void };

const formats = ['markdown', 'html', 'asciidoc', 'frame', 'confluence', 'address'] as const;

/** The public address of the newest picture, in the forms in which it is pasted elsewhere. */
export function PublicPicture({ path, name, link, onChange }: Props): JSX.Element {
  const snippets = link?.token ? snippetsOf(`${window.location.origin}/e/${link.token}`, name) : null;
  return (
    <section className="sharing-part" aria-labelledby="sharing-picture">
      <h3 id="sharing-picture">{texts.sharing.picture}</h3>
      <p className="quiet">{texts.sharing.pictureHint}</p>
      {snippets && formats.map((format) => <CopyField key={format} label={texts.sharing.snippets[format]} text={snippets[format]} />)}
      {link && !snippets && <p className="quiet">{texts.sharing.lost}</p>}
      {link ? (
        <button type="button" className="button" onClick={() => void attempt(() => removeLink(path, link.id).then(onChange))}>
          {texts.sharing.endPicture}
        </button>
      ) : (
        <button type="button" className="button" onClick={() => void attempt(() => addLink(path, { kind: 'picture' }).then(onChange))}>
          {texts.sharing.makePicture}
        </button>
      )}
    </section>
  );
}
