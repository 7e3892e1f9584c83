import { useState } from 'react';
import { addLink, removeLink, type SharedPath } from '../../api/sharing';
import type { Link } from '../../api/schema';
import { texts } from '../../texts';
import { attempt } from '../attempt';
import { Choice } from '../Choice';
import { CopyField } from '../CopyField';
import { copyText } from '../copyText';
import { Icon } from '../Icon';
import { IconButton } from '../IconButton';
import { Time } from '../Time';
import { nameOfKind } from './InviteForm';
import { addressOf, linkOf, type Expiry } from './links';

type Props = { readonly path: SharedPath; readonly links: ReadonlyArray<Link>; readonly onChange: () => void };

const kinds: ReadonlyArray<Link['kind']> = ['view', 'comment', 'edit'];
const expiries: ReadonlyArray<Expiry> = ['never', 'week', 'month'];

/** The links by which people come, and a new one. */
export function LinkList({ path, links, onChange }: Props): JSX.Element {
  const [kind, setKind] = useState<Link['kind']>('view');
  const [expiry, setExpiry] = useState<Expiry>('never');
  const [created, setCreated] = useState<Link>();
  const isThere = created && links.some(({ id }) => id === created.id);
  const newAddress = isThere ? addressOf(created) : null;

  async function create(): Promise<void> {
    const link = await addLink(path, linkOf(kind, expiry));
    const address = addressOf(link);
    setCreated(link);
    onChange();
    if (address) await copyText(address);
  }

  return (
    <section className="sharing-part" aria-labelledby="sharing-links">
      <h3 id="sharing-links">{texts.sharing.links}</h3>
      <p className="quiet">{texts.sharing.linksHint}</p>
      <ul className="people">
        {links.map((link) => (
          <LinkRow key={link.id} {...{ path, link, onChange }} />
        ))}
      </ul>
      <div className="new-link">
        <Choice label={texts.sharing.kind} value={kind} values={kinds} nameOf={(one) => texts.sharing.kinds[one]} onChoice={setKind} />
        <Choice label={texts.sharing.expiry} value={expiry} values={expiries} nameOf={(one) => texts.sharing.expiries[one]} onChoice={setExpiry} />
        <button type="button" className="button button-primary" onClick={() => void attempt(create)}>
          {texts.sharing.createLink}
        </button>
      </div>
      {newAddress && <CopyField label={texts.sharing.newLink} text={newAddress} />}
    </section>
  );
}

function LinkRow({ path, link, onChange }: { path: SharedPath; link: Link; onChange: () => void }): JSX.Element {
  const address = addressOf(link);
  const { email } = link;
  const words = email ?? texts.sharing.kinds[link.kind];
  const end = email === undefined ? texts.sharing.endLink(words) : texts.sharing.invite.end(email);
  return (
    <li>
      <Icon name={email === undefined ? 'link' : 'envelope'} />
      <span className="person">
        {words}
        {email !== undefined && <small>{texts.sharing.invite.invited(nameOfKind(link.kind))}</small>}
        {link.expires_at && (
          <small>
            {texts.sharing.ends} <Time value={link.expires_at} />
          </small>
        )}
        {!address && email === undefined && <small>{texts.sharing.lost}</small>}
      </span>
      {address && <IconButton icon="copy" label={texts.sharing.copyLink(words)} onClick={() => void copyText(address)} />}
      <IconButton icon="x" label={end} onClick={() => void attempt(() => removeLink(path, link.id).then(onChange))} />
    </li>
  );
}
