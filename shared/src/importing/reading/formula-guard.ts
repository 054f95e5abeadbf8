// A spreadsheet runs text that begins with one of these as a formula (OWASP, CSV injection). The guard is an
// apostrophe before it. Text that looks guarded already gets one more, so that taking one off is always exact.

/** Text that must be guarded when it is written. */
export const NEEDS_GUARD = /^'*[=+\-@\t\r]/;

/** Text that was guarded, as it is read. */
export const GUARDED_TEXT = /^'+[=+\-@\t\r]/;
