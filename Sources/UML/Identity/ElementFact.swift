/// What is true of an element and can't be read from the words on its picture.
struct ElementFact {
    /// What encloses an element.
    struct Container {
        let id: String
        /// Which of several parts of it, from 0, and what that one says.
        var branch = 0
        var condition = ""
    }

    let id: String
    var container: Container?
    /// For people.
    var words: [String] = []
}
