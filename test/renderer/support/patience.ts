import { configure } from '@testing-library/react';

// Panels follow in the time that frames leave, and a busy machine leaves little. What never comes still fails.
configure({ asyncUtilTimeout: 8_000 });
