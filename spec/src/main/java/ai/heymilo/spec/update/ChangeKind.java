// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

/** The kinds of change that are told apart. */
public enum ChangeKind {
  VERSION("version"),
  SERVER("server"),
  SECURITY("security"),
  OPERATION_ADDED("operation added"),
  OPERATION_REMOVED("operation removed"),
  OPERATION_MOVED("operation moved"),
  OPERATION_RENAMED("operation renamed"),
  OPERATION_REGROUPED("operation regrouped"),
  DEPRECATED("deprecated"),
  PARAMETER_ADDED("parameter added"),
  PARAMETER_REMOVED("parameter removed"),
  PARAMETER_MOVED("parameter moved"),
  PARAMETER_RENAMED("parameter renamed"),
  BODY_ADDED("body added"),
  BODY_REMOVED("body removed"),
  MEDIA_TYPE_ADDED("media type added"),
  MEDIA_TYPE_REMOVED("media type removed"),
  STATUS_ADDED("status added"),
  STATUS_REMOVED("status removed"),
  SCHEMA_ADDED("schema added"),
  SCHEMA_REMOVED("schema removed"),
  FIELD_ADDED("field added"),
  FIELD_REMOVED("field removed"),
  REQUIRED("required"),
  OPTIONAL("optional"),
  NULLABLE("may be null"),
  NOT_NULLABLE("may not be null"),
  TYPE("type"),
  FORMAT("format"),
  ENUM_VALUE_ADDED("enum value added"),
  ENUM_VALUE_REMOVED("enum value removed"),
  ENUM_CLOSED("enum introduced"),
  ENUM_DROPPED("enum dropped"),
  CONST("constant"),
  LIMIT_TIGHTENED("limit tightened"),
  LIMIT_LOOSENED("limit loosened"),
  DEFAULT("default"),
  VARIANT_ADDED("variant added"),
  VARIANT_REMOVED("variant removed"),
  DISCRIMINATOR("discriminator"),
  WORDING("wording only"),
  /** Java that changes where the document did not. */
  JAVA("Java only"),
  /** What no rule of the comparison judges. */
  OTHER("other");

  private final String label;

  ChangeKind(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
