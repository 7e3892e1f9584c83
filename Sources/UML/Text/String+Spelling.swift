extension String {
    /// Whether both are the same bytes. `==` would compare what both mean to Unicode, whose tables weigh much in a browser.
    @inline(never)
    func isSpelled(like other: String) -> Bool { Array(utf8) == Array(other.utf8) }
}
