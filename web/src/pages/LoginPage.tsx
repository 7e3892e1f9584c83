import { useEffect, useState } from 'react';
import { messageOf } from '../api/errors';
import type { Providers } from '../api/schema';
import { session } from '../auth/session';
import { Icon } from '../components/Icon';
import { Logo } from '../components/Logo';
import { ThemeButton } from '../components/ThemeButton';
import { ownAddress, useAddress } from '../router';
import { texts } from '../texts';
import { ForgottenForm } from './ForgottenForm';
import { LoginForm } from './LoginForm';
import { LoginSide } from './LoginSide';

const titles = { signIn: texts.login.title, create: texts.login.createTitle, forgotten: texts.profile.ask.title };

/** Signing in, and making an account. Where to go afterwards stands in the address. */
export function LoginPage(): JSX.Element {
  const { query } = useAddress();
  const [mode, setMode] = useState<'signIn' | 'create' | 'forgotten'>('signIn');
  const isNew = mode === 'create';
  const [providers, setProviders] = useState<Providers>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    document.title = `${texts.login.signIn} · ${texts.product}`;
    session.providers().then(setProviders, () => setProblem(texts.errors.unreachable));
  }, []);

  async function goToGoogle(): Promise<void> {
    // The page is left: where to go afterwards has to outlast it.
    sessionStorage.setItem('zenuml-next', ownAddress(query.get('next')));
    try {
      await session.startGoogle();
    } catch (error) {
      setProblem(messageOf(error));
    }
  }

  function changeMode(next: typeof mode): void {
    setMode(next);
    setProblem(undefined);
  }

  return (
    <div className="login">
      <LoginSide />
      <main className="login-main">
        <div className="login-corner">
          <ThemeButton />
        </div>
        <div className="login-card">
          <div className="login-logo">
            <Logo size={40} />
          </div>
          <h1>{titles[mode]}</h1>
          {mode === 'forgotten' ? (
            <ForgottenForm onBack={() => changeMode('signIn')} />
          ) : (
            <>
              {providers?.google && <GoogleButton onClick={() => void goToGoogle()} />}
              <LoginForm
                isNew={isNew}
                problem={problem}
                onProblem={setProblem}
                onForgotten={providers?.mail ? () => changeMode('forgotten') : null}
              />
              {(providers?.registration ?? true) && <ModeSwitch isNew={isNew} onChange={(next) => changeMode(next ? 'create' : 'signIn')} />}
            </>
          )}
        </div>
      </main>
    </div>
  );
}

function GoogleButton({ onClick }: { onClick: () => void }): JSX.Element {
  return (
    <>
      <button type="button" className="button button-large" onClick={onClick}>
        <Icon name="google" />
        {texts.login.google}
      </button>
      <p className="login-or">
        <span>{texts.login.or}</span>
      </p>
    </>
  );
}

/** From signing in to making an account, and back. */
function ModeSwitch({ isNew, onChange }: { isNew: boolean; onChange: (next: boolean) => void }): JSX.Element {
  return (
    <p className="login-switch">
      {isNew ? texts.login.haveAccount : texts.login.noAccount}{' '}
      <button type="button" className="link" onClick={() => onChange(!isNew)}>
        {isNew ? texts.login.signIn : texts.login.create}
      </button>
    </p>
  );
}
