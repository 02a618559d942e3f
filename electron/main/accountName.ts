import { userInfo } from 'node:os';

/** The name of the account Meander runs under; empty where the system has none. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry, as in some containers.
    return '';
  }
}
