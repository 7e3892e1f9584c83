import ArgumentParser
import CommandLineSupport
import Pictures

/// Where the program begins.
@main
enum Program {
    /// All on the main thread, but for what takes long: to start others takes as long as to draw a diagram. And they block signals,
    /// which a program that takes this one's place would inherit.
    @MainActor static func main() async {
        if ServerProgram.isAsked(by: CommandLine.arguments) { ServerProgram.become() }
        do {
            var command = try ZenUML.parseAsRoot()
            if let render = command as? RenderCommand { try await render.draw() } else { try command.run() }
        } catch  where error is InputProblem || error is PictureError {
            Console.writeError("\(error)")
            ZenUML.exit(withError: ExitCode(2))
        } catch {
            ZenUML.exit(withError: error)
        }
        ZenUML.exit()
    }
}
