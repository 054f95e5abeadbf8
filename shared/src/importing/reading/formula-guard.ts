// A spreadsheet runs text that begins with one of these as a formula (OWASP, CSV injection): so does one that takes
// full-width and small signs for the plain ones, as those for East Asian writing do, and one that leaves out spaces and
// characters which show nothing, as LibreOffice does when it is told to trim. The guard is an apostrophe before all of
// it. Text that looks guarded already gets one more, so that taking one off is always exact.
const SIGN = String.raw`[\t\r=+\-@\u2212\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]`;
const PASSED_OVER = String.raw`['\s\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]*`;

/** Text that must be guarded when it is written. */
export const NEEDS_GUARD = new RegExp(`^${PASSED_OVER}${SIGN}`, 'u');

/** Text that was guarded, as it is read. */
export const GUARDED_TEXT = new RegExp(`^'${PASSED_OVER}${SIGN}`, 'u');
