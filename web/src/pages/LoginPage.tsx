import { useEffect, useState } from 'react';
import { messageOf } from '../api/errors';
import type { Providers } from '../api/schema';
import { startGoogleSignIn } from '../auth/googleSignIn';
import { session } from '../auth/session';
import { Icon } from '../components/Icon';
import { useAddress } from '../router';
import { texts } from '../texts';
import { CodeForm } from './CodeForm';
import { ForgottenForm } from './ForgottenForm';
import { LoginForm } from './LoginForm';
import { LoginFrame } from './LoginFrame';

const titles = { signIn: texts.login.title, create: texts.login.createTitle, forgotten: texts.profile.ask.title };

/** Signing in, and making an account. Where to go afterwards stands in the address. */
export function LoginPage(): JSX.Element {
  const { query } = useAddress();
  const [mode, setMode] = useState<'signIn' | 'create' | 'forgotten'>('signIn');
  const isNew = mode === 'create';
  const [providers, setProviders] = useState<Providers>();
  const [problem, setProblem] = useState<string>();
  /** Of a sign-in that needs a code besides. */
  const [ticket, setTicket] = useState<string>();
  /** Whose that is. */
  const [email, setEmail] = useState('');

  useEffect(() => {
    document.title = `${texts.login.signIn} · ${texts.product}`;
    session.providers().then(setProviders, () => setProblem(texts.errors.unreachable));
  }, []);

  async function goToGoogle(): Promise<void> {
    try {
      await startGoogleSignIn(query.get('next'));
    } catch (error) {
      setProblem(messageOf(error));
    }
  }

  function changeMode(next: typeof mode): void {
    setMode(next);
    setProblem(undefined);
  }

  function takeTicket(ticket: string, email: string): void {
    setTicket(ticket);
    setEmail(email);
  }

  function leaveTicket(problem?: string): void {
    setTicket(undefined);
    setProblem(problem);
  }

  if (ticket)
    return (
      <LoginFrame title={texts.profile.code.title}>
        <CodeForm ticket={ticket} onLeave={leaveTicket} />
      </LoginFrame>
    );
  return (
    <LoginFrame title={titles[mode]}>
      {mode === 'forgotten' ? (
        <ForgottenForm onBack={() => changeMode('signIn')} />
      ) : (
        <>
          {providers?.google && <GoogleButton onClick={() => void goToGoogle()} />}
          <LoginForm
            isNew={isNew}
            email={email}
            problem={problem}
            onProblem={setProblem}
            onTicket={takeTicket}
            onForgotten={providers?.mail ? () => changeMode('forgotten') : null}
          />
          {(providers?.registration ?? true) && <ModeSwitch isNew={isNew} onChange={(next) => changeMode(next ? 'create' : 'signIn')} />}
        </>
      )}
    </LoginFrame>
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
