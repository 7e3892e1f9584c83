public import ArgumentParser
public import UML
public import ZenUMLServer

extension DiagramKind: ExpressibleByArgument {}
extension PictureFormat: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}
