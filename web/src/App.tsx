import { lazy, Suspense, useEffect } from 'react';
import { session } from './auth/session';
import { useSession } from './auth/useSession';
import { IdentityDialog } from './components/IdentityDialog';
import { Problem } from './components/Problem';
import { Toasts } from './components/Toasts';
import { Waiting } from './components/Waiting';
import { ResetPage } from './pages/ResetPage';
import { SharedPage } from './pages/SharedPage';
import { LoginPage } from './pages/LoginPage';
import { CallbackPage } from './pages/CallbackPage';
import { VerifyPage } from './pages/VerifyPage';
import { match, navigate, ownAddress, useAddress } from './router';
import { texts } from './texts';

const SignedInApp = lazy(() => import('./SignedInApp'));
const SetUpPage = lazy(() => import('./pages/SetUpPage').then(({ SetUpPage }) => ({ default: SetUpPage })));

/** The pages for whoever comes, signed in or not. */
const openPages = ['/login', '/s', '/reset', '/verify', '/auth/callback'];

/** The page for the address, for who is signed in or not. */
export function App(): JSX.Element {
  const state = useSession();
  const { path, query } = useAddress();
  const isLogin = path === '/login';

  useEffect(() => {
    if (state.name === 'signedOut' && !openPages.includes(path)) {
      const here = path + (query.toString() ? `?${query}` : '');
      navigate(here === '/' ? '/login' : `/login?next=${encodeURIComponent(here)}`, { replace: true });
    } else if (state.name === 'signedIn' && isLogin) {
      navigate(ownAddress(query.get('next')), { replace: true });
    }
  });

  return (
    <>
      <Suspense fallback={<Waiting />}>{content()}</Suspense>
      {state.name === 'signedIn' && <IdentityDialog />}
      <Toasts dialog={null} />
    </>
  );

  function content(): JSX.Element {
    if (match('/auth/callback', path)) return <CallbackPage />;
    if (path === '/reset') return <ResetPage />;
    const isKnown = state.name === 'signedIn' || state.name === 'signedOut';
    if (path === '/verify' && isKnown) return <VerifyPage isSignedIn={state.name === 'signedIn'} />;
    if (state.name === 'signedIn' && state.user.second_factor === 'required') return <SetUpPage key={state.user.id} user={state.user} />;
    if (path === '/s' && isKnown) return <SharedPage isSignedIn={state.name === 'signedIn'} />;
    switch (state.name) {
      case 'starting':
        return <Waiting />;
      case 'unreachable':
        return (
          <main className="page">
            <Problem text={texts.errors.startUnreachable} onRetry={() => void session.start()} />
          </main>
        );
      case 'signedOut':
        return isLogin ? <LoginPage /> : <Waiting />;
      case 'signedIn':
        return isLogin ? <Waiting /> : <SignedInApp key={state.user.id} path={path} user={state.user} />;
    }
  }
}
