import { lazy, Suspense, useEffect } from 'react';
import { session } from './auth/session';
import { useSession } from './auth/useSession';
import { Problem } from './components/Problem';
import { Toasts } from './components/Toasts';
import { Waiting } from './components/Waiting';
import { ResetPage } from './pages/ResetPage';
import { SharedPage } from './pages/SharedPage';
import { LoginPage } from './pages/LoginPage';
import { CallbackPage } from './pages/CallbackPage';
import { match, navigate, ownAddress, useAddress } from './router';
import { texts } from './texts';

const SignedInApp = lazy(() => import('./SignedInApp'));

/** The page for the address, for who is signed in or not. */
export function App(): JSX.Element {
  const state = useSession();
  const { path, query } = useAddress();
  const isLogin = path === '/login';
  const isShared = path === '/s';
  const isReset = path === '/reset';

  useEffect(() => {
    if (state.name === 'signedOut' && !isLogin && !isShared && !isReset && path !== '/auth/callback') {
      const here = path + (query.toString() ? `?${query}` : '');
      navigate(here === '/' ? '/login' : `/login?next=${encodeURIComponent(here)}`, { replace: true });
    } else if (state.name === 'signedIn' && isLogin) {
      navigate(ownAddress(query.get('next')), { replace: true });
    }
  });

  return (
    <>
      <Suspense fallback={<Waiting />}>{content()}</Suspense>
      <Toasts dialog={null} />
    </>
  );

  function content(): JSX.Element {
    if (match('/auth/callback', path)) return <CallbackPage />;
    if (isReset) return <ResetPage />;
    if (isShared && state.name !== 'starting' && state.name !== 'unreachable') return <SharedPage isSignedIn={state.name === 'signedIn'} />;
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
