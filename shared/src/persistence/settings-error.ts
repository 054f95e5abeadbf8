export { SettingsError } from '../settings';
