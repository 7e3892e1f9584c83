import { http } from './client';
import type {
  Confirmation,
  ConfirmationMethod,
  ImportResponse,
  PasswordChange,
  PasswordReset,
  PasswordState,
  Session,
  SharedByMe,
  StorageState,
  UserResponse,
} from './schema';

/** A large export or import takes its time, in milliseconds. */
const patience = 300_000;

export async function listSessions(): Promise<Session[]> {
  return (await http.get<Session[]>('/api/auth/sessions')).data;
}

export async function endSession(id: string): Promise<void> {
  await http.delete(`/api/auth/sessions/${encodeURIComponent(id)}`);
}

export async function findStorage(): Promise<StorageState> {
  return (await http.get<StorageState>('/api/account/storage')).data;
}

/** Who is signed in, as the server knows by now. */
export async function whoAmI(): Promise<UserResponse> {
  return (await http.get<UserResponse>('/api/auth/me')).data;
}

export async function renameMe(name: string): Promise<UserResponse> {
  return (await http.patch<UserResponse>('/api/account', { name })).data;
}

export async function hasPassword(): Promise<boolean> {
  return (await http.get<PasswordState>('/api/auth/password')).data.is_set;
}

export async function changePassword(change: PasswordChange): Promise<void> {
  await http.post('/api/auth/password', change);
}

/** Has a link for a new password sent to whoever has an account with the address. */
export async function forgotPassword(email: string): Promise<void> {
  await http.post('/api/auth/password/forgotten', { email });
}

/** Sets a password by a link that counts once. */
export async function resetPassword(reset: PasswordReset): Promise<void> {
  await http.post('/api/auth/password/reset', reset);
}

/** Has a link sent to the person's own address, by which it is verified. */
export async function sendVerification(): Promise<void> {
  await http.post('/api/auth/email/verification');
}

/** Has a link sent to a new address, which is the person's once the link is opened. */
export async function changeEmail(email: string): Promise<void> {
  await http.post('/api/account/email', { email });
}

/** Takes the token of a link by which an address is verified or changed. */
export async function verifyEmail(token: string): Promise<UserResponse> {
  return (await http.post<UserResponse>('/api/auth/email/verify', { token })).data;
}

/** By what the person can show once more who they are. */
export async function confirmationMethod(): Promise<ConfirmationMethod['method']> {
  return (await http.get<ConfirmationMethod>('/api/auth/confirm')).data.method;
}

export async function confirmIdentity(proof: Confirmation): Promise<void> {
  await http.post('/api/auth/confirm', proof);
}

/** What others lose when the account is deleted. */
export async function findSharedByMe(): Promise<SharedByMe> {
  return (await http.get<SharedByMe>('/api/account/shared')).data;
}

export async function deleteAccount(): Promise<void> {
  await http.delete('/api/account');
}

/** All that the person has, as a zip file. */
export async function exportAccount(): Promise<Blob> {
  return (await http.get<Blob>('/api/account/export', { responseType: 'blob', timeout: patience })).data;
}

/**
 * @param key The same for each attempt with a file: what an earlier one has made is not made again.
 * @param onProgress Gets the part that the server has received, from 0 to 1.
 */
export async function importAccount(file: File, key: string, onProgress: (part: number) => void): Promise<ImportResponse> {
  const headers = { 'Content-Type': 'application/zip', 'Idempotency-Key': key };
  const onUploadProgress = ({ progress }: { progress?: number }) => onProgress(progress ?? 0);
  return (await http.post<ImportResponse>('/api/account/import', file, { headers, timeout: patience, onUploadProgress })).data;
}
