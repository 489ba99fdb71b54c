export const sealedBounds = {
  leastIterations: 600_000,
  mostIterations: 1_000_000,
  longestCiphertext: 30_000,
};
