/// The store holds something else than the hash of a password. What it holds is not told.
struct UnreadablePasswordHash: Error {}
