/// The version of this software (Semantic Versioning 2.0.0).
public enum Version {
    public static let text = "0.1.0"
}
