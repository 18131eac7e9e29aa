// A Kotlin application on Gradle, as the README describes it; GradleTest keeps the two in step.
plugins {
  kotlin("jvm") version "2.4.21"
  application
}

repositories {
  mavenLocal() // until the artifacts are published
  mavenCentral()
}

dependencies {
  implementation(platform("ai.heymilo:heymilo-bom:0.1.0-SNAPSHOT"))
  implementation("ai.heymilo:heymilo-client")
  implementation("org.jetbrains.kotlinx:kotlinx-coroutines-core:1.11.0")
  testImplementation("ai.heymilo:heymilo-sandbox")
  testImplementation(kotlin("test-junit5"))
}

tasks.test { useJUnitPlatform() }
