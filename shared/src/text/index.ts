export { LOOKS_PLAIN, textFault } from './text-fault';
export { visible, visibleLines } from './visible';
