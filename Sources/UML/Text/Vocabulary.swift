/// The words of a notation that mean something by themselves.
struct Vocabulary {
    var keywords: [String] = []
    var annotations: [String] = []
}
