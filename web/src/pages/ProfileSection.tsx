import type { UserResponse } from '../api/schema';
import { session } from '../auth/session';
import { Problem } from '../components/Problem';
import { useLoad } from '../components/useLoad';
import { texts } from '../texts';
import { EmailPart } from './EmailPart';
import { NameForm } from './NameForm';

/** Who a person is: the name, which others see, and the address. Both are Google's to say for those whom it knows. */
export function ProfileSection({ user }: { user: UserResponse }): JSX.Element {
  const providers = useLoad(() => session.providers(), 'providers');
  return (
    <section aria-labelledby="profile">
      <h2 id="profile">{texts.profile.profile}</h2>
      {user.provider === 'local' ? <NameForm user={user} /> : <p className="quiet">{texts.profile.fromGoogle}</p>}
      <div className="stack">
        <h3>{texts.profile.email.title}</h3>
        {providers.error && <Problem text={providers.error} onRetry={() => void providers.reload()} />}
        <EmailPart user={user} sendsMail={providers.value?.mail ?? false} />
      </div>
    </section>
  );
}
