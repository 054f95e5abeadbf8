export * from './clock';
export * from './local-date';
export * from './bank-holiday-divisions';
export * from './bank-holidays';
export * from './bank-holidays-proclaimed';
export * from './working-days';
