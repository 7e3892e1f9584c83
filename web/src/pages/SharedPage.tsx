import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { statusOf } from '../api/errors';
import { acceptLink, openLink } from '../api/sharing';
import type { Diagram, Shared } from '../api/schema';
import { Logo } from '../components/Logo';
import { Problem } from '../components/Problem';
import { ThemeButton } from '../components/ThemeButton';
import { Waiting } from '../components/Waiting';
import { attempt } from '../components/attempt';
import { useLoad } from '../components/useLoad';
import { navigate, useFragment } from '../router';
import { texts } from '../texts';
import { addressOfProject, addressOfShared } from './addresses';
import { linkToken } from './linkToken';

const DiagramView = lazy(() => import('../canvas/view/DiagramView').then(({ DiagramView }) => ({ default: DiagramView })));

const { opened } = texts.sharing;

/** What somebody sees who comes by a link, signed in or not. */
export function SharedPage({ isSignedIn }: { isSignedIn: boolean }): JSX.Element {
  const fragment = useFragment();
  const token = useMemo(() => linkToken(fragment), [fragment]);
  const shared = useLoad(() => openOrAccept(token, isSignedIn), token);
  useEffect(() => {
    document.title = `${shared.value?.name ?? opened.title} · ${texts.product}`;
  }, [shared.value]);
  return (
    <>
      <header className="header">
        <a className="brand" href="/" aria-label={`${texts.product}: ${texts.header.home}`}>
          <Logo />
          <span>{texts.product}</span>
        </a>
        <span className="spacer" />
        <ThemeButton />
      </header>
      <main id="content" className="page" tabIndex={-1}>
        {shared.error && (
          <Problem text={shared.status === 404 || shared.status === 422 ? opened.lost : shared.error} onRetry={() => void shared.reload()} />
        )}
        {!shared.value && !shared.error && <Waiting />}
        {shared.value && <SharedThing key={token} {...{ token, isSignedIn }} shared={shared.value} />}
      </main>
    </>
  );
}

/** Who has come by an invitation already comes by it again, though it leads nobody else anywhere. */
async function openOrAccept(token: string, isSignedIn: boolean): Promise<Shared> {
  try {
    return await openLink(token);
  } catch (error) {
    if (!isSignedIn || statusOf(error) !== 404) throw error;
    return acceptLink(token);
  }
}

function SharedThing({ token, shared, isSignedIn }: { token: string; shared: Shared; isSignedIn: boolean }): JSX.Element {
  const owner = shared.owner_name ?? opened.somebody;
  const isView = shared.role === 'viewer';

  async function accept(): Promise<void> {
    const { target, id } = await acceptLink(token);
    linkToken.forget();
    navigate(target === 'project' ? addressOfProject(id) : addressOfShared(id));
  }

  return (
    <>
      <div className="page-head">
        <div className="page-title">
          <p className="quiet">{opened[shared.target](owner, shared.name)}</p>
          <h1>{shared.name}</h1>
          <p className="quiet">{opened.may[shared.role]}</p>
        </div>
        {isSignedIn ? (
          <button type="button" className="button button-primary" onClick={() => void attempt(accept)}>
            {isView ? opened.keep : opened.open}
          </button>
        ) : (
          <button type="button" className={isView ? 'button' : 'button button-primary'} onClick={() => navigate('/login?next=%2Fs')}>
            {isView ? opened.keep : opened.signIn}
          </button>
        )}
      </div>
      {shared.diagrams && <SharedDiagrams token={token} shared={shared} />}
      {shared.diagram && <View diagram={shared.diagram} />}
    </>
  );
}

/** The diagrams of a project, of which one is shown. */
function SharedDiagrams({ token, shared }: { token: string; shared: Shared }): JSX.Element {
  const [chosen, setChosen] = useState(shared.diagrams?.[0]?.id);
  const diagram = useLoad(async () => (chosen ? (await openLink(token, chosen)).diagram : undefined), chosen ?? '');
  if (!chosen) return <p className="quiet">{opened.noDiagrams}</p>;
  return (
    <>
      <nav className="shared-diagrams" aria-label={texts.project.diagrams}>
        {shared.diagrams?.map((one) => (
          <button key={one.id} type="button" className="button" aria-pressed={one.id === chosen} onClick={() => setChosen(one.id)}>
            {one.name}
          </button>
        ))}
      </nav>
      {shared.has_more_diagrams && <p className="quiet">{opened.more}</p>}
      {diagram.error && <Problem text={diagram.error} onRetry={() => void diagram.reload()} />}
      {diagram.value && <View key={chosen} diagram={diagram.value} />}
    </>
  );
}

function View({ diagram }: { diagram: Diagram }): JSX.Element {
  return (
    <Suspense fallback={<Waiting />}>
      <DiagramView diagram={diagram} />
    </Suspense>
  );
}
