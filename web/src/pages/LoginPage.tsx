import { useEffect, useState, type FormEvent } from 'react';
import { fieldErrorsOf, messageOf, statusOf, type FieldErrors } from '../api/errors';
import type { Providers } from '../api/schema';
import { session } from '../auth/session';
import { Field } from '../components/Field';
import { Icon } from '../components/Icon';
import { IconButton } from '../components/IconButton';
import { Logo } from '../components/Logo';
import { ThemeButton } from '../components/ThemeButton';
import { ownAddress, useAddress } from '../router';
import { texts } from '../texts';
import { missingFields } from './loginRules';

/** Signing in, and making an account. Where to go afterwards stands in the address. */
export function LoginPage(): JSX.Element {
  const { query } = useAddress();
  const [isNew, setNew] = useState(false);
  const [providers, setProviders] = useState<Providers>();
  const [form, setForm] = useState({ name: '', email: '', password: '' });
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [isShown, setShown] = useState(false);

  useEffect(() => {
    document.title = `${texts.login.signIn} · ${texts.product}`;
    session.providers().then(setProviders, () => setProblem(texts.errors.unreachable));
  }, []);

  function change(field: 'name' | 'email' | 'password') {
    return {
      value: form[field],
      error: errors[field],
      onChange: (event: { target: { value: string } }) => setForm({ ...form, [field]: event.target.value }),
    };
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setProblem(undefined);
    const missing = missingFields(form, isNew);
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    try {
      await (isNew ? session.register(form) : session.signIn(form.email, form.password));
    } catch (error) {
      const found = statusOf(error) === 409 ? { email: messageOf(error) } : fieldErrorsOf(error);
      setErrors(found);
      if (Object.keys(found).length === 0) setProblem(messageOf(error));
      setBusy(false);
    }
  }

  async function goToGoogle(): Promise<void> {
    // The page is left: where to go afterwards has to outlast it.
    sessionStorage.setItem('zenuml-next', ownAddress(query.get('next')));
    try {
      await session.startGoogle();
    } catch (error) {
      setProblem(messageOf(error));
    }
  }

  function changeMode(next: boolean): void {
    setNew(next);
    setErrors({});
    setProblem(undefined);
  }

  return (
    <div className="login">
      <aside className="login-side" aria-hidden="true">
        <div className="brand">
          <Logo size={36} />
          <span>{texts.product}</span>
        </div>
        <p className="login-tagline">{texts.tagline}</p>
        <ul>
          {texts.login.points.map((point) => (
            <li key={point}>
              <Icon name="check" />
              {point}
            </li>
          ))}
        </ul>
      </aside>
      <main className="login-main">
        <div className="login-corner">
          <ThemeButton />
        </div>
        <div className="login-card">
          <div className="login-logo">
            <Logo size={40} />
          </div>
          <h1>{isNew ? texts.login.createTitle : texts.login.title}</h1>
          {providers?.google && (
            <>
              <button type="button" className="button button-large" onClick={() => void goToGoogle()}>
                <Icon name="google" />
                {texts.login.google}
              </button>
              <p className="login-or">
                <span>{texts.login.or}</span>
              </p>
            </>
          )}
          <form onSubmit={(event) => void submit(event)} noValidate>
            {isNew && <Field label={texts.login.name} autoComplete="name" maxLength={100} {...change('name')} />}
            <Field label={texts.login.email} type="email" autoComplete="username" inputMode="email" maxLength={254} {...change('email')} />
            <Field
              label={texts.login.password}
              type={isShown ? 'text' : 'password'}
              autoComplete={isNew ? 'new-password' : 'current-password'}
              maxLength={128}
              hint={isNew ? texts.login.passwordHint : undefined}
              end={
                <IconButton
                  icon={isShown ? 'eyeSlash' : 'eye'}
                  label={isShown ? texts.login.hidePassword : texts.login.showPassword}
                  onClick={() => setShown(!isShown)}
                />
              }
              {...change('password')}
            />
            {problem && (
              <p className="form-problem" role="alert">
                {problem}
              </p>
            )}
            <button type="submit" className="button button-primary button-large" disabled={isBusy}>
              {isNew ? texts.login.create : texts.login.signIn}
            </button>
          </form>
          {(providers?.registration ?? true) && (
            <p className="login-switch">
              {isNew ? texts.login.haveAccount : texts.login.noAccount}{' '}
              <button type="button" className="link" onClick={() => changeMode(!isNew)}>
                {isNew ? texts.login.signIn : texts.login.create}
              </button>
            </p>
          )}
        </div>
      </main>
    </div>
  );
}
