public import ArgumentParser
public import Pictures
public import UML

extension DiagramKind: ExpressibleByArgument {}
extension PictureFormat: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}
