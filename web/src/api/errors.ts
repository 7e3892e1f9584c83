import axios from 'axios';
import { texts } from '../texts';
import type { SecondFactorTicket, ValidationError } from './schema';

/** What is wrong with which field, by the field's name. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Whether the server could not be reached, or can't answer for the moment: the same request may succeed later. */
export function isTemporary(error: unknown): boolean {
  if (!axios.isAxiosError(error)) return false;
  const status = error.response?.status;
  return status === undefined || status === 429 || status >= 500;
}

export function statusOf(error: unknown): number | undefined {
  return axios.isAxiosError(error) ? error.response?.status : undefined;
}

/** What the server calls an error. */
export function errorTypeOf(error: unknown): string | undefined {
  const type = bodyOf(error)['error_type'];
  return typeof type === 'string' ? type : undefined;
}

/** The ticket of a sign-in that needs a code besides. */
export function ticketOf(error: unknown): string | undefined {
  const required: SecondFactorTicket['error_type'] = 'second_factor_required';
  const { error_type: type, ticket } = bodyOf(error);
  return type === required && typeof ticket === 'string' ? ticket : undefined;
}

/** The error in words, for people. */
export function messageOf(error: unknown): string {
  if (!axios.isAxiosError(error)) {
    // A mistake of this program: whoever looks into the console is to find it.
    globalThis.reportError?.(error);
    return texts.errors.unforeseen;
  }
  if (!error.response) return texts.errors.unreachable;
  const { detail } = bodyOf(error);
  if (error.response.status === 422) return Object.values(fieldErrorsOf(error))[0] ?? texts.errors.invalid;
  return typeof detail === 'string' ? detail : texts.errors.unforeseen;
}

/** The errors of a form's fields; empty when it is none of theirs. */
export function fieldErrorsOf(error: unknown): FieldErrors {
  const body = bodyOf(error);
  if (statusOf(error) !== 422 || !Array.isArray(body['errors'])) return {};
  const errors = body['errors'] as ValidationError['errors'];
  return Object.fromEntries(errors.map((one) => [one.loc[one.loc.length - 1] ?? '', one.msg]));
}

/** What the server has answered, if it is an object; otherwise one with nothing in it. */
function bodyOf(error: unknown): Record<string, unknown> {
  const body: unknown = axios.isAxiosError(error) ? error.response?.data : undefined;
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}
