export { asRead, hidesCharacters, identifierForm, mixesAlphabets } from './look-alikes';
export { LOOKS_PLAIN, textFault } from './text-fault';
export { visible, visibleLines } from './visible';
