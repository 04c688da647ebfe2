//! The walk through a template: every construct is known and allowed, or refused.

use minijinja::machinery::Span;
use minijinja::machinery::ast::{BinOpKind, CallArg, CompareOpKind, Expr, Filter, ForLoop, Include, Stmt, UnaryOpKind};

use super::Purpose;
use super::names::{Names, Shape};
use crate::letters::builtin;
use crate::letters::engine::FILTERS;
use crate::letters::problem::TemplateProblem;
use crate::letters::variables::{self, Form};

struct Walk<'t> {
    names: Names<'t>,
    problems: Vec<TemplateProblem>,
}

/// Everything in a template that cannot be.
pub fn check(purpose: Purpose, tree: &Stmt<'_>) -> Vec<TemplateProblem> {
    let mut walk = Walk { names: Names::new(variables::of(purpose.kind)), problems: Vec::new() };
    walk.statement(tree);
    walk.problems
}

const ONLY: &str = "Only `if`, `for` and `include` are tags of letters.";

impl<'t> Walk<'t> {
    fn refuse(&mut self, span: Span, message: impl Into<String>) -> &mut TemplateProblem {
        self.problems.push(TemplateProblem {
            line: span.start_line.into(),
            column: u32::from(span.start_col) + 1,
            ..TemplateProblem::of_all(message)
        });
        let last = self.problems.len() - 1;
        &mut self.problems[last]
    }

    fn statements(&mut self, statements: &[Stmt<'t>]) {
        for statement in statements {
            self.statement(statement);
        }
    }

    /// Every kind of statement is named here: one that the engine gains is an error of the compiler until it is decided on.
    fn statement(&mut self, statement: &Stmt<'t>) {
        match statement {
            Stmt::Template(whole) => self.statements(&whole.children),
            Stmt::EmitRaw(_) => {}
            Stmt::EmitExpr(put_out) => self.put_out(&put_out.expr),
            Stmt::IfCond(choice) => {
                self.shape(&choice.expr);
                self.statements(&choice.true_body);
                self.statements(&choice.false_body);
            }
            Stmt::ForLoop(each) => self.each(each),
            Stmt::Include(include) => self.include(include, include.span()),
            Stmt::WithBlock(other) => self.no_tag(other.span()),
            Stmt::Set(other) => self.no_tag(other.span()),
            Stmt::SetBlock(other) => self.no_tag(other.span()),
            Stmt::AutoEscape(other) => self.no_tag(other.span()),
            Stmt::FilterBlock(other) => self.no_tag(other.span()),
            Stmt::Block(other) => self.no_tag(other.span()),
            Stmt::Import(other) => self.no_tag(other.span()),
            Stmt::FromImport(other) => self.no_tag(other.span()),
            Stmt::Extends(other) => self.no_tag(other.span()),
            Stmt::Do(other) => self.no_tag(other.span()),
        }
    }

    fn no_tag(&mut self, span: Span) {
        self.refuse(span, ONLY);
    }

    fn put_out(&mut self, expression: &Expr<'t>) {
        let message = match self.shape(expression) {
            Shape::Value(Form::Text | Form::Maybe) | Shape::Any => return,
            Shape::Value(Form::Truth) => "This is yes or no: ask for it with `if`.",
            Shape::Value(Form::Texts | Form::Rows(_)) => "This is a list: go through it with `for`.",
            Shape::Row(_) => "This is a row: name one of its fields.",
            Shape::Group | Shape::Loop => "This is the first part of names: name the whole.",
        };
        let variable = path(expression);
        self.refuse(expression.span(), message).variable = variable;
    }

    fn each(&mut self, each: &ForLoop<'t>) {
        let shape = self.shape(&each.iter);
        if each.recursive {
            self.refuse(each.iter.span(), "A loop cannot call itself.");
        }
        let turn = match shape {
            Shape::Value(Form::Texts) => Shape::Value(Form::Text),
            Shape::Value(Form::Rows(fields)) => Shape::Row(fields),
            Shape::Any => Shape::Any,
            _ => {
                let variable = path(&each.iter);
                self.refuse(each.iter.span(), "This is no list.").variable = variable;
                Shape::Any
            }
        };
        let Expr::Var(target) = &each.target else {
            self.refuse(each.target.span(), "A loop gives one name to each turn.");
            return;
        };
        self.names.enter(target.id, turn);
        if let Some(filter) = &each.filter_expr {
            self.shape(filter);
        }
        self.statements(&each.body);
        self.names.leave();
        self.statements(&each.else_body);
    }

    fn include(&mut self, include: &Include<'t>, span: Span) {
        let name = include.name.as_const();
        let name = name.as_ref().and_then(|name| name.as_str());
        if include.ignore_missing || !name.is_some_and(|name| builtin::PARTS.contains(&name)) {
            self.refuse(span, format!("Only these parts can be included: {}.", builtin::PARTS.join(", ")));
        }
    }

    /// What an expression stands for. What it may not be is refused on the way.
    fn shape(&mut self, expression: &Expr<'t>) -> Shape {
        match expression {
            Expr::Const(_) => Shape::Value(Form::Text),
            Expr::Var(_) | Expr::GetAttr(_) => self.name(expression),
            Expr::UnaryOp(operation) if matches!(operation.op, UnaryOpKind::Not) => {
                self.shape(&operation.expr);
                Shape::Value(Form::Truth)
            }
            Expr::BinOp(operation) => {
                let (left, right) = (self.shape(&operation.left), self.shape(&operation.right));
                match operation.op {
                    BinOpKind::ScAnd | BinOpKind::ScOr if left == right => left,
                    BinOpKind::ScAnd | BinOpKind::ScOr | BinOpKind::Eq | BinOpKind::Ne => Shape::Value(Form::Truth),
                    _ => self.no_sign(expression.span()),
                }
            }
            Expr::Compare(comparison) => {
                self.shape(&comparison.expr);
                for part in &comparison.ops {
                    self.shape(&part.expr);
                    if !matches!(part.op, CompareOpKind::Eq | CompareOpKind::Ne) {
                        self.no_sign(expression.span());
                    }
                }
                Shape::Value(Form::Truth)
            }
            Expr::IfExpr(choice) => {
                self.shape(&choice.test_expr);
                let (yes, no) = (self.shape(&choice.true_expr), choice.false_expr.as_ref().map(|no| self.shape(no)));
                if no == Some(yes) || no.is_none() { yes } else { Shape::Any }
            }
            Expr::Filter(filter) => self.filter(filter, filter.span()),
            Expr::Call(_) => self.no_expression(expression.span(), "Nothing can be called in a letter."),
            Expr::Test(_) => {
                self.no_expression(expression.span(), "There are no tests: `if` asks whether something is known.")
            }
            Expr::UnaryOp(_) => self.no_sign(expression.span()),
            Expr::Slice(_) | Expr::GetItem(_) | Expr::List(_) | Expr::Tuple(_) | Expr::Map(_) => {
                self.no_expression(expression.span(), "Name a variable here, with dots.")
            }
        }
    }

    fn no_expression(&mut self, span: Span, message: &str) -> Shape {
        self.refuse(span, message);
        Shape::Any
    }

    fn no_sign(&mut self, span: Span) -> Shape {
        self.no_expression(
            span,
            "Letters know `and`, `or`, `not`, `==` and `!=`, and do not count or put texts together.",
        )
    }

    fn name(&mut self, expression: &Expr<'t>) -> Shape {
        let Some(whole) = path(expression) else {
            return self.no_expression(expression.span(), "Name a variable here, with dots.");
        };
        let mut parts = whole.split('.');
        let root = parts.next().unwrap_or_default();
        let mut shape = self.names.root(root);
        let mut so_far = root.to_owned();
        for part in parts {
            so_far = format!("{so_far}.{part}");
            shape = shape.and_then(|shape| self.names.field(shape, part, &so_far));
        }
        if let Some(shape) = shape {
            return shape;
        }
        let suggestion = self.names.suggestion(&whole);
        let problem = self.refuse(expression.span(), "There is no such variable in this letter.");
        problem.variable = Some(whole);
        problem.suggestion = suggestion;
        Shape::Any
    }

    fn filter(&mut self, filter: &Filter<'t>, span: Span) -> Shape {
        let of = filter.expr.as_ref().map_or(Shape::Any, |of| self.shape(of));
        for argument in &filter.args {
            match argument {
                CallArg::Pos(argument) => {
                    self.shape(argument);
                }
                CallArg::Kwarg(..) | CallArg::PosSplat(_) | CallArg::KwargSplat(_) => {
                    self.refuse(span, "A filter takes plain arguments.");
                }
            }
        }
        let most = usize::from(matches!(filter.name, "join" | "default"));
        if !FILTERS.contains(&filter.name) {
            return self.no_expression(span, &format!("Only these filters are there: {}.", FILTERS.join(", ")));
        }
        if filter.args.len() > most || (filter.name == "default" && filter.args.is_empty()) {
            return self.no_expression(span, &format!("The filter `{}` does not take so many arguments.", filter.name));
        }
        match (filter.name, of) {
            ("join", Shape::Value(Form::Texts)) | (_, Shape::Any) => Shape::Value(Form::Text),
            ("join", _) => self.no_expression(span, "Only a list of texts can be joined."),
            ("default", Shape::Value(Form::Text | Form::Maybe)) => Shape::Value(Form::Text),
            (_, Shape::Value(form @ (Form::Text | Form::Maybe))) => Shape::Value(form),
            _ => self.no_expression(span, "This filter takes a text."),
        }
    }
}

/// The name that an expression writes with dots; none when it is something else.
fn path(expression: &Expr<'_>) -> Option<String> {
    let mut parts = Vec::new();
    let mut at = expression;
    loop {
        match at {
            Expr::GetAttr(field) => {
                parts.push(field.name);
                at = &field.expr;
            }
            Expr::Var(root) => {
                parts.push(root.id);
                parts.reverse();
                return Some(parts.join("."));
            }
            _ => return None,
        }
    }
}
