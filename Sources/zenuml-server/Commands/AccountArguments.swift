import ArgumentParser

/// What every command about one account takes.
struct AccountArguments: ParsableArguments {
    @Argument(help: "The e-mail address.")
    var email: String

    @OptionGroup var options: OperatorOptions
}
