// What the page does with answers, as pure functions: they run in the browser and in tests alike.
export * from './chart';
export * from './link';
export * from './pages';
export * from './table';
